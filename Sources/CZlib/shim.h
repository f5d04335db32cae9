#ifndef CASELOAD_CZLIB_H
#define CASELOAD_CZLIB_H
#include <zlib.h>
#endif

#ifndef CASELOAD_CXLSXWRITER_H
#define CASELOAD_CXLSXWRITER_H
#include <xlsxwriter.h>
#endif

#ifndef CASELOAD_CHASH_H
#define CASELOAD_CHASH_H
#include <openssl/sha.h>
#endif

#ifndef CASELOAD_CHASH_H
#define CASELOAD_CHASH_H
#include <openssl/evp.h>
#include <openssl/sha.h>
#endif

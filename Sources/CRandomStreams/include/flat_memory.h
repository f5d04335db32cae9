#ifndef CASELOAD_FLAT_MEMORY_H
#define CASELOAD_FLAT_MEMORY_H
#include <stddef.h>
#include <stdint.h>

// Memory for large tables of plain values, and what a processor does in one instruction for which Swift has no word.

// At least that many bytes, which begin at a cache line. Much memory stands in pages of 2 MB where the system has them:
// what is read here and there in it is then found without a search through tables of small pages. NULL when there is none.
void *caseload_allocate(size_t bytes);
void caseload_free(void *memory);

// Asks for the cache line at an address, which will soon be read and changed. Changes nothing; any address may be given.
static inline void caseload_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }

// A number that lies within the range of whole numbers without its fraction; unlike Swift's conversion it does not look
// whether it does.
static inline int64_t caseload_truncate(double number) { return (int64_t)number; }
#endif

#define _GNU_SOURCE
#include "flat_memory.h"

#include <stdlib.h>
#include <sys/mman.h>

static const size_t line = 64;
static const size_t large_page = (size_t)2 << 20;

void *caseload_allocate(size_t bytes) {
  size_t unit = bytes >= large_page / 2 ? large_page : line;
  size_t rounded = (bytes + unit - 1) / unit * unit;
  void *memory = NULL;
  if (posix_memalign(&memory, unit, rounded) != 0) return NULL;
#ifdef MADV_HUGEPAGE
  // A hint: what it makes of it is the system's affair.
  if (unit == large_page) madvise(memory, rounded, MADV_HUGEPAGE);
#endif
  return memory;
}

void caseload_free(void *memory) { free(memory); }

// The works on Cimba's event API: `cimba_works mm1 CUSTOMERS SEED` or `cimba_works caseload CASES_PER_DAY DAYS SEED
// RUNS` prints one line of JSON for each run: processor nanoseconds, canonical events, answers.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cimba.h"

void *need(void *memory) {
  if (memory == NULL) {
    fputs("There is no memory for the work.\n", stderr);
    exit(70);
  }
  return memory;
}

static double nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

int main(int count, char **words) {
  if (count == 2 && strcmp(words[1], "version") == 0) {
    puts(cimba_version());
    return 0;
  }
  if (count == 4 && strcmp(words[1], "mm1") == 0) {
    double mean;
    double start = nanoseconds();
    uint64_t events = single_server(strtoull(words[2], NULL, 10), strtoull(words[3], NULL, 10), &mean);
    double spent = nanoseconds() - start;
    printf("{\"nanoseconds\": %.0f, \"events\": %lu, \"answers\": {\"meanTimeInSystem\": %.17g}}\n", spent, events, mean);
    return 0;
  }
  if (count == 6 && strcmp(words[1], "caseload") == 0) {
    uint64_t seed = strtoull(words[4], NULL, 10);
    uint64_t runs = strtoull(words[5], NULL, 10);
    for (uint64_t run = 0; run < runs; run++) {
      caseload_answers answers;
      double start = nanoseconds();
      uint64_t events = caseload(strtod(words[2], NULL), strtod(words[3], NULL), seed + run, &answers);
      double spent = nanoseconds() - start;
      printf(
          "{\"nanoseconds\": %.0f, \"events\": %lu, \"answers\": "
          "{\"meanWait\": %.17g, \"meanLoad\": %.17g, \"leavers\": %lu}}\n",
          spent, events, answers.mean_wait, answers.mean_load, answers.leavers);
    }
    return 0;
  }
  fputs("Usage: cimba_works mm1 CUSTOMERS SEED | caseload CASES_PER_DAY DAYS SEED RUNS | version\n", stderr);
  return 64;
}

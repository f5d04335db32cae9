#ifndef CASELOAD_BENCHMARKS_CIMBA_H
#define CASELOAD_BENCHMARKS_CIMBA_H
#include <stdbool.h>
#include <stdint.h>

// What the works use of Cimba 3. Its Python wheel carries the library without the C headers, so the functions are
// declared here. The samplers are the wheel's own entry points: one call each, of Cimba's ziggurats on its sfc64.

typedef void cimba_action(void *subject, void *object);

const char *cimba_version(void);
void cmb_event_queue_initialize(double time);
void cmb_event_queue_execute(void);
void cmb_event_queue_clear(void);
void cmb_event_queue_terminate(void);
uint64_t cmb_event_schedule(cimba_action *action, void *subject, void *object, double time, int64_t priority);
bool cmb_event_cancel(uint64_t handle);
double cmb_time(void);

void cmb_random_initialize(uint64_t seed);
double cpy_random01(void);
double cpy_random_exponential(double mean);
double cpy_random_lognormal(double mu, double sigma);
double cpy_random_gamma(double shape, double scale);

// The works, each run once with all that it needs made and freed: canonical events, and answers by reference.
uint64_t single_server(uint64_t customers, uint64_t seed, double *mean_time_in_system);

typedef struct {
  double mean_wait;
  double mean_load;
  uint64_t leavers;
} caseload_answers;

uint64_t caseload(double cases_per_day, double days, uint64_t seed, caseload_answers *answers);

// Memory, or the end of the program.
void *need(void *memory);
#endif

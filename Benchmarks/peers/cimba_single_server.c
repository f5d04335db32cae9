// Work (a) on Cimba's event API. The customers present are a ring of arrival times.
#include <stdlib.h>

#include "cimba.h"

typedef struct {
  double *arrived;
  uint64_t room, first, present;
  uint64_t customers, generated;
  double days;
} queue;

static void depart(void *subject, void *object);

static void arrive(void *subject, void *object) {
  queue *line = subject;
  line->generated++;
  if (line->present == line->room) {
    double *wider = need(malloc(2 * line->room * sizeof *wider));
    for (uint64_t place = 0; place < line->present; place++) {
      wider[place] = line->arrived[(line->first + place) & (line->room - 1)];
    }
    free(line->arrived);
    line->arrived = wider;
    line->first = 0;
    line->room *= 2;
  }
  line->arrived[(line->first + line->present++) & (line->room - 1)] = cmb_time();
  if (line->generated < line->customers) {
    cmb_event_schedule(arrive, line, NULL, cmb_time() + cpy_random_exponential(1 / 0.9), 0);
  }
  if (line->present == 1) cmb_event_schedule(depart, line, NULL, cmb_time() + cpy_random_exponential(1.0), 0);
  (void)object;
}

static void depart(void *subject, void *object) {
  queue *line = subject;
  line->days += cmb_time() - line->arrived[line->first];
  line->first = (line->first + 1) & (line->room - 1);
  line->present--;
  if (line->present > 0) cmb_event_schedule(depart, line, NULL, cmb_time() + cpy_random_exponential(1.0), 0);
  (void)object;
}

uint64_t single_server(uint64_t customers, uint64_t seed, double *mean_time_in_system) {
  queue line = {.room = 1024, .customers = customers};
  line.arrived = need(malloc(line.room * sizeof *line.arrived));
  cmb_random_initialize(seed);
  cmb_event_queue_initialize(0);
  cmb_event_schedule(arrive, &line, NULL, cpy_random_exponential(1 / 0.9), 0);
  cmb_event_queue_execute();
  cmb_event_queue_terminate();
  free(line.arrived);
  *mean_time_in_system = line.days / (double)customers;
  return 2 * customers;
}

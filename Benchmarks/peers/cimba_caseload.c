// Work (b) on Cimba's event API. A leaver's completions are cancelled by their handles, as the API offers; the least
// loaded post is found by a list of posts for each load and a bit for each list, as in the program on our own engine.
#include <math.h>
#include <stdlib.h>

#include "cimba.h"

enum { POSTS = 150, LIMIT = 18 };
static const double base_hazard = 0.15 / 365;

typedef struct {
  double arrived, completes, left;  // `left` is below 0 before the first allocation
  uint64_t handle;
  int post, slot, next;
} child;

typedef struct {
  int *items;
  uint64_t room, first, count;
} ring;

static struct {
  child *cases;
  int room, made, free;
  int held[POSTS][LIMIT], load[POSTS];
  int listed[LIMIT + 1][POSTS], lists[LIMIT + 1], place[POSTS];
  uint32_t occupied;
  ring fresh, again;
  double gap, mu, sigma, highest_hazard;
  double case_days, post_days, read, waited;
  uint64_t first_allocations, leavers, events;
  int cases_held, posts_filled;
} desk;

static double hazard(int load) { return base_hazard * (1 + (load / 16.0) * (load / 16.0)); }

static void append(ring *queue, int item) {
  if (queue->count == queue->room) {
    uint64_t room = queue->room ? 2 * queue->room : 1024;
    int *wider = need(malloc(room * sizeof *wider));
    for (uint64_t place = 0; place < queue->count; place++) {
      wider[place] = queue->items[(queue->first + place) & (queue->room - 1)];
    }
    free(queue->items);
    *queue = (ring){wider, room, 0, queue->count};
  }
  queue->items[(queue->first + queue->count++) & (queue->room - 1)] = item;
}

static int take(ring *queue) {
  int item = queue->items[queue->first];
  queue->first = (queue->first + 1) & (queue->room - 1);
  queue->count--;
  return item;
}

static void list(int post, int load) {
  desk.place[post] = desk.lists[load];
  desk.listed[load][desk.lists[load]++] = post;
  desk.occupied |= 1u << load;
}

static void unlist(int post, int load) {
  int moved = desk.listed[load][--desk.lists[load]];
  desk.listed[load][desk.place[post]] = moved;
  desk.place[moved] = desk.place[post];
  if (desk.lists[load] == 0) desk.occupied &= ~(1u << load);
}

static void read_levels(void) {
  double span = cmb_time() - desk.read;
  desk.case_days += span * desk.cases_held;
  desk.post_days += span * desk.posts_filled;
  desk.read = cmb_time();
}

static void complete(void *subject, void *object);

static void allocate(int number) {
  read_levels();
  child *self = &desk.cases[number];
  int load = __builtin_ctz(desk.occupied);
  int post = desk.listed[load][desk.lists[load] - 1];
  unlist(post, load);
  list(post, load + 1);
  desk.load[post] = load + 1;
  desk.held[post][load] = number;
  desk.cases_held++;
  self->post = post;
  self->slot = load;
  if (self->left < 0) {
    desk.first_allocations++;
    desk.waited += cmb_time() - self->arrived;
    self->left = cpy_random_lognormal(desk.mu, desk.sigma);
  }
  self->completes = cmb_time() + self->left;
  self->handle = cmb_event_schedule(complete, NULL, (void *)(intptr_t)number, self->completes, 0);
}

static void serve(void) {
  while (desk.occupied & ((1u << LIMIT) - 1)) {
    if (desk.again.count) {
      allocate(take(&desk.again));
    } else if (desk.fresh.count) {
      allocate(take(&desk.fresh));
    } else {
      return;
    }
  }
}

static void complete(void *subject, void *object) {
  int number = (int)(intptr_t)object;
  child *self = &desk.cases[number];
  desk.events++;
  read_levels();
  int load = desk.load[self->post];
  int moved = desk.held[self->post][load - 1];
  desk.held[self->post][self->slot] = moved;
  desk.cases[moved].slot = self->slot;
  unlist(self->post, load);
  list(self->post, load - 1);
  desk.load[self->post] = load - 1;
  desk.cases_held--;
  self->next = desk.free;
  desk.free = number;
  serve();
  (void)subject;
}

static int take_case(void) {
  if (desk.free >= 0) {
    int number = desk.free;
    desk.free = desk.cases[number].next;
    return number;
  }
  if (desk.made == desk.room) {
    desk.room *= 2;
    desk.cases = need(realloc(desk.cases, (size_t)desk.room * sizeof *desk.cases));
  }
  return desk.made++;
}

static void arrive(void *subject, void *object) {
  desk.events++;
  cmb_event_schedule(arrive, NULL, NULL, cmb_time() + cpy_random_exponential(desk.gap), 0);
  int number = take_case();
  desk.cases[number].arrived = cmb_time();
  desk.cases[number].left = -1;
  if (!desk.fresh.count && !desk.again.count && desk.occupied & ((1u << LIMIT) - 1)) {
    allocate(number);
  } else {
    append(&desk.fresh, number);
  }
  (void)subject, (void)object;
}

static void consider_leaving(void *subject, void *object);

static void schedule_candidate(int post) {
  double time = cmb_time() + cpy_random_exponential(1 / desk.highest_hazard);
  cmb_event_schedule(consider_leaving, NULL, (void *)(intptr_t)post, time, 0);
}

static void refill(void *subject, void *object) {
  int post = (int)(intptr_t)object;
  desk.events++;
  read_levels();
  desk.posts_filled++;
  list(post, 0);
  schedule_candidate(post);
  serve();
  (void)subject;
}

static void consider_leaving(void *subject, void *object) {
  int post = (int)(intptr_t)object;
  int load = desk.load[post];
  desk.events++;
  if (cpy_random01() * desk.highest_hazard >= hazard(load)) {
    schedule_candidate(post);
    return;
  }
  read_levels();
  desk.leavers++;
  unlist(post, load);
  for (int slot = 0; slot < load; slot++) {
    int number = desk.held[post][slot];
    cmb_event_cancel(desk.cases[number].handle);
    desk.cases[number].left = desk.cases[number].completes - cmb_time();
    append(&desk.again, number);
  }
  desk.cases_held -= load;
  desk.posts_filled--;
  desk.load[post] = 0;
  cmb_event_schedule(refill, NULL, (void *)(intptr_t)post, cmb_time() + cpy_random_gamma(4, 30), 0);
  serve();
  (void)subject;
}

static void end(void *subject, void *object) {
  read_levels();
  cmb_event_queue_clear();
  (void)subject, (void)object;
}

uint64_t caseload(double cases_per_day, double days, uint64_t seed, caseload_answers *answers) {
  desk = (__typeof__(desk)){
      .room = 4096,
      .free = -1,
      .gap = 1 / cases_per_day,
      .mu = log(120) - log(2) / 2,
      .sigma = sqrt(log(2)),
      .highest_hazard = hazard(LIMIT),
      .posts_filled = POSTS,
  };
  desk.cases = need(malloc((size_t)desk.room * sizeof *desk.cases));
  cmb_random_initialize(seed);
  cmb_event_queue_initialize(0);
  for (int post = 0; post < POSTS; post++) {
    list(post, 0);
    schedule_candidate(post);
  }
  cmb_event_schedule(arrive, NULL, NULL, cpy_random_exponential(desk.gap), 0);
  cmb_event_schedule(end, NULL, NULL, days, INT64_MIN);
  cmb_event_queue_execute();
  cmb_event_queue_terminate();
  *answers = (caseload_answers){
      desk.waited / (double)desk.first_allocations, desk.case_days / desk.post_days, desk.leavers};
  free(desk.cases);
  free(desk.fresh.items);
  free(desk.again.items);
  return desk.events;
}

#include "philox_streams.h"

#include <Random123/philox.h>
#include <string.h>

static inline void make_block(const uint64_t counter[4], const uint64_t key[2], uint64_t block[4]) {
  philox4x64_ctr_t c = {{counter[0], counter[1], counter[2], counter[3]}};
  philox4x64_key_t k = {{key[0], key[1]}};
  philox4x64_ctr_t made = philox4x64_R(10, c, k);
  for (int word = 0; word < 4; word++) block[word] = made.v[word];
}

void caseload_philox_block(const uint64_t counter[4], const uint64_t key[2], uint64_t block[4]) {
  make_block(counter, key, block);
}

void caseload_philox_refill(caseload_philox *state) {
  make_block(state->counter, state->key, state->block);
  state->counter[0]++;
  state->position = 0;
}

static inline uint64_t next_word(caseload_philox *state) {
  if (state->position == 4) caseload_philox_refill(state);
  return state->block[state->position++];
}

static unsigned long get(void *state) { return next_word(state); }

static double get_double(void *state) { return caseload_unit(next_word(state)); }

static void set(void *state, unsigned long seed) {
  caseload_philox *philox = state;
  memset(philox, 0, sizeof *philox);
  philox->key[0] = seed;
  philox->position = 4;
}

const gsl_rng_type caseload_philox_type = {
    "caseload_philox4x64", ~0UL, 0, sizeof(caseload_philox), set, get, get_double};

const gsl_rng_type *caseload_philox4x64(void) { return &caseload_philox_type; }

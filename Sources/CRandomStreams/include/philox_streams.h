#ifndef CASELOAD_PHILOX_STREAMS_H
#define CASELOAD_PHILOX_STREAMS_H
#include <gsl/gsl_rng.h>
#include <stdint.h>

// Philox4x64-10 (Salmon, Moraes, Dror and Shaw, SC11) as a generator type of GSL's, every one of its 64 bits used.
//
// The key is (seed, replication). The counter's words are
//   0: number of the block within the stream, from 0
//   1: occurrence
//   2: entity
//   3: purpose
// so two streams never share a block, whatever the order in which they are read. A block gives four words, in order.

// What gsl_rng's `state` points to.
typedef struct {
  uint64_t counter[4];
  uint64_t key[2];
  uint64_t block[4];
  uint64_t position;  // of the next word in `block`; 4 when the next block is still to be made
} caseload_philox;

// The generator's type: a constant table, safe to share between threads.
const gsl_rng_type *caseload_philox4x64(void);

// One block of Philox4x64-10.
void caseload_philox_block(const uint64_t counter[4], const uint64_t key[2], uint64_t block[4]);

// Gives the generator another key; the stream pointed at stays the same and starts again.
static inline void caseload_philox_rekey(const gsl_rng *generator, uint64_t seed, uint64_t replication) {
  caseload_philox *state = (caseload_philox *)generator->state;
  state->key[0] = seed;
  state->key[1] = replication;
  state->counter[0] = 0;
  state->position = 4;
}

// Points the generator at the start of a stream: five stores, nothing computed before the first draw.
static inline void caseload_philox_point(
    const gsl_rng *generator, uint32_t purpose, uint64_t entity, uint32_t occurrence) {
  caseload_philox *state = (caseload_philox *)generator->state;
  state->counter[0] = 0;
  state->counter[1] = occurrence;
  state->counter[2] = entity;
  state->counter[3] = purpose;
  state->position = 4;
}

// The next double in [0, 1) of any of GSL's generators, without GSL's own outer call.
static inline double caseload_uniform(const gsl_rng *generator) {
  return generator->type->get_double(generator->state);
}

// The next word of any of GSL's generators, without GSL's own outer call.
static inline uint64_t caseload_word(const gsl_rng *generator) {
  return generator->type->get(generator->state);
}
#endif

#ifndef CASELOAD_PHILOX_STREAMS_H
#define CASELOAD_PHILOX_STREAMS_H
#include <gsl/gsl_rng.h>
#include <math.h>
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
extern const gsl_rng_type caseload_philox_type;
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

// Makes the next block of the stream pointed at, and puts the position at its first word.
void caseload_philox_refill(caseload_philox *state);

// The next word of any of GSL's generators. Ours is read in place; another costs an indirect call.
static inline uint64_t caseload_word(const gsl_rng *generator) {
  if (generator->type != &caseload_philox_type) return generator->type->get(generator->state);
  caseload_philox *state = (caseload_philox *)generator->state;
  if (state->position == 4) caseload_philox_refill(state);
  return state->block[state->position++];
}

// A word's 53 high bits over 2^53: every double of that spacing in [0, 1), 1 never.
static inline double caseload_unit(uint64_t word) { return (double)(int64_t)(word >> 11) * 0x1.0p-53; }

// The next double in [0, 1) of any of GSL's generators.
static inline double caseload_uniform(const gsl_rng *generator) {
  if (generator->type != &caseload_philox_type) return generator->type->get_double(generator->state);
  return caseload_unit(caseload_word(generator));
}

// The next double in (0, 1): draws again in the one case that gives 0.
static inline double caseload_uniform_positive(const gsl_rng *generator) {
  double drawn;
  do drawn = caseload_uniform(generator);
  while (drawn == 0);
  return drawn;
}

// The laws below are drawn as GSL's samplers of the same names draw them, from the same words, without the calls between
// a sampler and its generator. Weibull and lognormal numbers are GSL's to the last bit.

// Exponential with that mean, by inversion. One less a uniform is exact, so its plain logarithm is as good as GSL's log1p
// and costs a third; the two may differ in the last bit.
static inline double caseload_exponential(const gsl_rng *generator, double mean) {
  return -mean * log(1 - caseload_uniform(generator));
}

// Weibull with that scale and shape, by inversion.
static inline double caseload_weibull(const gsl_rng *generator, double scale, double shape) {
  return scale * pow(-log(caseload_uniform_positive(generator)), 1 / shape);
}

// Lognormal, by the mean and standard deviation of its logarithm: a point picked within the unit circle gives a normal
// number by the polar method (Marsaglia and Bray, SIAM Review, 1964).
static inline double caseload_lognormal(const gsl_rng *generator, double mean, double deviation) {
  double across, up, square;
  do {
    across = -1 + 2 * caseload_uniform(generator);
    up = -1 + 2 * caseload_uniform(generator);
    square = across * across + up * up;
  } while (square > 1 || square == 0);
  return exp(deviation * (across * sqrt(-2 * log(square) / square)) + mean);
}
#endif

#ifndef CASELOAD_PHILOX_STREAMS_H
#define CASELOAD_PHILOX_STREAMS_H
#include <stdint.h>
#include <gsl/gsl_rng.h>
#endif

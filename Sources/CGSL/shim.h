#ifndef CASELOAD_CGSL_H
#define CASELOAD_CGSL_H
// The parts of the GNU Scientific Library that the project uses. HAVE_INLINE must never be defined here: each Swift
// module would then carry its own strong copy of GSL's inline functions, and linking fails.
#define GSL_RANGE_CHECK_OFF 1
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf.h>
#include <gsl/gsl_version.h>

// Swift 6 refuses to read C's mutable globals; a function may.
static inline const gsl_rng_type *caseload_mt19937(void) { return gsl_rng_mt19937; }
static inline const gsl_qrng_type *caseload_qrng_sobol(void) { return gsl_qrng_sobol; }
static inline const char *caseload_gsl_version(void) { return gsl_version; }
#endif

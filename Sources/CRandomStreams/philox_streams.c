#include "philox_streams.h"

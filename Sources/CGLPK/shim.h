// A module map can't name a header outside its folder portably; this one can include it.
#include <glpk.h>

// How opaque the flows of a site are, and at most those of all others.
return flowsOf(arguments[0]);

// Holds nothing: precompiled headers need a file to be made for.

"""Workers of the benchmarks: one measurement in an interpreter of its own."""

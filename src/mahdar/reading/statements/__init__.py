"""Stage 5b, statements: who said what, by which act, about whom; on which issue, how strongly."""

package io.souschef.planner.program;

/** One part of a program. */
public sealed interface Statement permits Act, Branch, Query, Reply {}

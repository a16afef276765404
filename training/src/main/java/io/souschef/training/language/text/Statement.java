package io.souschef.training.language.text;

/** One part of what a speaker wants. */
public sealed interface Statement permits Goal, Branch, Query, Reply {}

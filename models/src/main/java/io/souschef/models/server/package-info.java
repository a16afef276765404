/**
 * Say: language models behind an OpenAI-compatible server. A probe finds out at the start how a
 * server can score, and whether it really does; every failure is retried within a budget or ends in
 * one clear sentence, and nothing is scored by guess.
 */
@NullMarked
package io.souschef.models.server;

import org.jspecify.annotations.NullMarked;

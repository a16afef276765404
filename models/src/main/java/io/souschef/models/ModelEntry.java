package io.souschef.models;

/**
 * A model that is there.
 *
 * @param name what it is: "embedded (say.onnx)"
 * @param option how to choose it: "--llm onnx:gpt2"; empty when there is nothing to choose
 * @param bytes size of its file, weights beside it included
 * @param licence as far as its files tell
 * @param scoring what it is for and how it would score; or why it cannot
 * @param usable whether it can
 */
public record ModelEntry(
    String name, String option, long bytes, String licence, String scoring, boolean usable) {}

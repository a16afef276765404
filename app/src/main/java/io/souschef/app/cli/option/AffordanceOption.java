package io.souschef.app.cli.option;

import picocli.CommandLine.Option;

/** The option that says what can be done: shared by the commands that plan. */
final class AffordanceOption {

  @Option(
      names = "--affordance",
      defaultValue = "learned",
      paramLabel = "FUNCTION",
      completionCandidates = PluginOptions.AffordanceNames.class,
      description =
          "learned, learned:<file.onnx>, analytic, none or a plug-in's (default:"
              + " ${DEFAULT-VALUE}).")
  private String choice = "learned";

  /** The value function as it was written. */
  String choice() {
    return choice;
  }
}

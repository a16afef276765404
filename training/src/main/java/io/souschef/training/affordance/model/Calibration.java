package io.souschef.training.affordance.model;

/**
 * Platt scaling (Platt 1999): P = sigmoid(slope * logit + offset), fitted on validation rows.
 *
 * @param slope the inverse of a temperature
 * @param offset shift of the log-odds
 */
record Calibration(double slope, double offset) {

  double probability(double logit) {
    return 1 / (1 + Math.exp(-(slope * logit + offset)));
  }

  /** Minimises the mean log loss by Newton steps; the problem is convex. */
  static Calibration fit(float[] logits, boolean[] labels) {
    double a = 1;
    double b = 0;
    for (int iteration = 0; iteration < 50; iteration++) {
      double ga = 0;
      double gb = 0;
      double haa = 1e-6;
      double hab = 0;
      double hbb = 1e-6;
      for (int i = 0; i < logits.length; i++) {
        double p = 1 / (1 + Math.exp(-(a * logits[i] + b)));
        double error = p - (labels[i] ? 1 : 0);
        double curvature = p * (1 - p);
        ga += error * logits[i];
        gb += error;
        haa += curvature * logits[i] * logits[i];
        hab += curvature * logits[i];
        hbb += curvature;
      }
      double determinant = haa * hbb - hab * hab;
      double da = (hbb * ga - hab * gb) / determinant;
      double db = (haa * gb - hab * ga) / determinant;
      a -= da;
      b -= db;
      if (Math.abs(da) + Math.abs(db) < 1e-7) {
        break;
      }
    }
    return new Calibration(a, b);
  }
}

package io.souschef.models.language.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Beginnings of texts as rows of one pass: what several share stands once. */
final class Beginnings {

  private record Edge(int parent, int token) {}

  private final Map<Edge, Integer> rows = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  /** Adds one. Returns the row of its last token, -1 where it has none. */
  int add(int[] tokens) {
    int row = -1;
    for (int token : tokens) {
      Edge edge = new Edge(row, token);
      Integer known = rows.get(edge);
      if (known == null) {
        known = edges.size();
        edges.add(edge);
        rows.put(edge, known);
      }
      row = known;
    }
    return row;
  }

  int count() {
    return edges.size();
  }

  /** Row before this one; negative for the first. */
  int parent(int row) {
    return edges.get(row).parent();
  }

  int[] tokens() {
    return edges.stream().mapToInt(Edge::token).toArray();
  }

  /** Positions of the rows behind a prompt of this length. */
  int[] depths(int length) {
    int[] depths = new int[edges.size()];
    for (int row = 0; row < depths.length; row++) {
      int parent = parent(row);
      depths[row] = parent < 0 ? length : depths[parent] + 1;
    }
    return depths;
  }
}

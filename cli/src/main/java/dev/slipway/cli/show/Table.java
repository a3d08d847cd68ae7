package dev.slipway.cli.show;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, aligned with spaces. Not thread-safe; one verb builds one. */
public final class Table {

  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  /** Adds a row; what its cells hold is made visible. */
  public void row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException("a row needs " + headings.size() + " cells");
    }
    rows.add(List.of(cells).stream().map(Visible::of).toList());
  }

  /**
   * The table's lines.
   *
   * @param colours whether state words are underlined with a colour
   */
  public String render(boolean colours) {
    StringBuilder text = new StringBuilder();
    line(text, headings, Tone.FAINT, colours);
    for (List<String> row : rows) {
      line(text, row, Tone.PLAIN, colours);
    }
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, Tone tone, boolean colours) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      Tone own = tone == Tone.PLAIN ? Tone.of(cell) : tone;
      line.append(colours ? own.paint(cell) : cell);
      if (column < cells.size() - 1) {
        line.append(" ".repeat(width(column) - length(cell))).append(GAP);
      }
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private int width(int column) {
    int widest = length(headings.get(column));
    for (List<String> row : rows) {
      widest = Math.max(widest, length(row.get(column)));
    }
    return widest;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}

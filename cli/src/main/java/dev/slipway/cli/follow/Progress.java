package dev.slipway.cli.follow;

import dev.slipway.cli.show.Terminal;
import dev.slipway.cli.show.Visible;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows a wait beside the answer: a bar on a terminal, and elsewhere one line whenever the sentence
 * changes, which is what a build log wants. Not thread-safe.
 */
interface Progress extends AutoCloseable {

  void show(Standing standing);

  @Override
  void close();

  static Progress on(Terminal terminal) {
    return terminal.lively() ? new Bar(terminal) : new Lines(terminal);
  }

  /** A line for each sentence that is new; how it ended is the answer, and said there. */
  final class Lines implements Progress {
    private final Terminal terminal;
    private String last = "";

    Lines(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public void show(Standing standing) {
      if (standing.end().isEmpty() && !last.equals(standing.sentence())) {
        last = standing.sentence();
        terminal.remark(Visible.of(last));
      }
    }

    @Override
    public void close() {
      // Every line is complete already.
    }
  }

  /** One line that is drawn again. */
  final class Bar implements Progress {
    private static final int WIDTH_MAX = 100;
    private static final int REDRAW_MILLIS = 200;

    private final ProgressBar bar;

    Bar(Terminal terminal) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(100)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REDRAW_MILLIS)
              .setMaxRenderedLength(WIDTH_MAX)
              .hideEta()
              .setConsumer(
                  new me.tongfei.progressbar.ConsoleProgressBarConsumer(terminal.err(), WIDTH_MAX))
              .build();
    }

    @Override
    public void show(Standing standing) {
      bar.stepTo(standing.percent());
      bar.setExtraMessage(Visible.of(standing.sentence()));
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}

package dev.slipway.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What happened, one line each, with its virtual time; kept only where somebody wants to read it.
 */
public final class Trace {

  private final Kernel kernel;
  private final boolean kept;
  private final List<String> lines = new ArrayList<>();

  Trace(Kernel kernel, boolean kept) {
    this.kernel = kernel;
    this.kept = kept;
  }

  public void add(String what) {
    if (kept) {
      lines.add(kernel.instant() + " " + what);
    }
  }

  /** For what is costly to say. */
  public void add(Supplier<String> what) {
    if (kept) {
      add(what.get());
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}

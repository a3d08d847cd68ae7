package dev.slipway.simulator;

import java.util.ArrayList;
import java.util.List;

/** What happened, one line each, with its virtual time. */
public final class Trace {

  private final Kernel kernel;
  private final List<String> lines = new ArrayList<>();

  Trace(Kernel kernel) {
    this.kernel = kernel;
  }

  public void add(String what) {
    lines.add(kernel.instant() + " " + what);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}

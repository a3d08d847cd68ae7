package dev.slipway.bench.goal;

/** Is told how far measuring is. */
@FunctionalInterface
public interface Progress {

  void at(String what, int done, int of);
}

package dev.slipway.cli.show;

/** Where a value comes from that is shown to nobody: typed unseen, or standard input. */
@FunctionalInterface
public interface Concealed {

  /**
   * The value, and nothing of it anywhere else.
   *
   * @param atMost how many bytes are read; more than that are not there for whoever asks
   */
  byte[] read(int atMost);
}

package dev.slipway.codec.shape;

/** Which integers every JSON reader keeps exactly (RFC 8785, section 3.2.2.3). */
public final class Integers {

  /** 53 bits; the same below zero. */
  public static final long MAX = (1L << 53) - 1;

  private Integers() {}
}

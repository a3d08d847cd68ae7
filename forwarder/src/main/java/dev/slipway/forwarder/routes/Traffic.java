package dev.slipway.forwarder.routes;

/** What a door lets through. */
public enum Traffic {
  /** HTTP/1.1: each request is given to a process of its own choice. */
  HTTP,
  /** Bytes: each connection is given to one process for as long as it lasts. */
  TCP
}

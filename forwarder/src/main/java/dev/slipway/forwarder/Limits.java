package dev.slipway.forwarder;

/**
 * What the forwarder puts up with.
 *
 * @param connections from clients, and to one process, at a time; more are closed at once
 * @param headerBytes of the headers of one request or answer
 * @param connectMillis for a process to take a connection
 * @param spareMillis how long a connection to a process is kept for the next request; shorter than
 *     servers commonly do, so that the process does not close it just when it is used again
 * @param silentMillis for a process or a client to say nothing in the middle of a request
 * @param leaveMillis for connections to end when another forwarder takes over
 */
record Limits(
    int connections,
    int headerBytes,
    long connectMillis,
    long spareMillis,
    long silentMillis,
    long leaveMillis) {

  static final Limits STANDARD = new Limits(4096, 32 * 1024, 5_000, 1_000, 300_000, 60_000);
}

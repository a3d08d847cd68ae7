package dev.slipway.wire.agent;

/**
 * A part of what something wrote. A chunk that comes again is no second one: its offset says where
 * it belongs.
 *
 * @param fence {@code generation.position} of the order for which it was started
 * @param instance tells it from what else was started for that order and service
 * @param offset of the first byte
 * @param length how many bytes of the parcel are this chunk's; 0 just asks how far the server is
 * @param lost whether what lies between the server's end and this offset is gone for good
 * @param finished whether nothing comes after it
 */
public record LogChunk(
    String application,
    String fence,
    String service,
    String instance,
    long offset,
    int length,
    boolean lost,
    boolean finished) {}

package dev.slipway.wire;

/**
 * Somebody new.
 *
 * @param name 1 to 80 characters; only the directory has it
 * @param email an address that this person commits with
 */
public record AddPerson(String name, String email) {}

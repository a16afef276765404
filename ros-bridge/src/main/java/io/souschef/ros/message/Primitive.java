package io.souschef.ros.message;

import java.math.BigInteger;
import java.util.Optional;

/** The numbers and truth values of ROS 2. {@code byte} and {@code char} are unsigned. */
public enum Primitive implements ElementType {
  BOOL(1, false),
  BYTE(1, false),
  CHAR(1, false),
  INT8(1, true),
  UINT8(1, false),
  INT16(2, true),
  UINT16(2, false),
  INT32(4, true),
  UINT32(4, false),
  INT64(8, true),
  UINT64(8, false),
  FLOAT32(4, true),
  FLOAT64(8, true);

  private final int size;
  private final boolean signed;

  Primitive(int size, boolean signed) {
    this.size = size;
    this.signed = signed;
  }

  /** The type that a definition calls by this name. */
  static Optional<Primitive> named(String name) {
    for (Primitive primitive : values()) {
      if (primitive.keyword().equals(name)) {
        return Optional.of(primitive);
      }
    }
    return Optional.empty();
  }

  public String keyword() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Size on the wire, and its alignment, in bytes. */
  public int size() {
    return size;
  }

  public boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /** Whether an array of it is carried as one block of bytes (base64 in rosbridge's JSON). */
  boolean isOctet() {
    return this == UINT8 || this == CHAR;
  }

  /** Least integer it can hold; for integers only. */
  public BigInteger least() {
    return signed ? BigInteger.ONE.shiftLeft(8 * size - 1).negate() : BigInteger.ZERO;
  }

  /** Greatest integer it can hold; for integers only. */
  public BigInteger greatest() {
    return BigInteger.ONE.shiftLeft(signed ? 8 * size - 1 : 8 * size).subtract(BigInteger.ONE);
  }
}

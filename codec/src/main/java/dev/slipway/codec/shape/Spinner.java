package dev.slipway.codec.shape;

import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/**
 * Spins the {@link Parts} of a record type: a hidden class with the two methods that one would
 * write by hand. A reflective call costs several times as much, and ten times as much the first
 * time. It has no branches, so it needs no stack maps.
 */
final class Spinner {

  private static final ClassDesc OBJECTS = CD_Object.arrayType();
  private static final MethodTypeDesc TAKE = MethodTypeDesc.of(OBJECTS, CD_Object);
  private static final MethodTypeDesc MAKE = MethodTypeDesc.of(CD_Object, OBJECTS);

  /** The primitive types that have a shape, with what they are in an array of objects. */
  private static final Map<ClassDesc, ClassDesc> BOXES =
      Map.of(CD_int, CD_Integer, CD_long, CD_Long, CD_boolean, CD_Boolean);

  private final ClassDesc owner;
  private final String[] names;
  private final ClassDesc[] types;

  private Spinner(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    owner = desc(record);
    names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
    types =
        Arrays.stream(components)
            .map(component -> desc(component.getType()))
            .toArray(ClassDesc[]::new);
  }

  static Parts spin(Class<?> record) {
    try {
      return (Parts)
          MethodHandles.lookup()
              .defineHiddenClass(new Spinner(record).classFile(), false)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The parts of " + record + " cannot be spun", e);
    }
  }

  private byte[] classFile() {
    return ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
        .build(
            desc(Spinner.class).nested(owner.displayName()),
            spun ->
                spun.withInterfaceSymbols(desc(Parts.class))
                    .withMethodBody(INIT_NAME, MTD_void, ACC_PUBLIC, Spinner::construct)
                    .withMethodBody("take", TAKE, ACC_PUBLIC, this::take)
                    .withMethodBody("make", MAKE, ACC_PUBLIC, this::make));
  }

  private static void construct(CodeBuilder code) {
    code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
  }

  /** {@code return new Object[] {((Owner) it).first(), …};}. */
  private void take(CodeBuilder code) {
    int record = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(1).checkcast(owner).astore(record);
    code.loadConstant(types.length).anewarray(CD_Object);
    for (int i = 0; i < types.length; i++) {
      code.dup().loadConstant(i);
      code.aload(record).invokevirtual(owner, names[i], MethodTypeDesc.of(types[i]));
      ClassDesc box = BOXES.get(types[i]);
      if (box != null) {
        code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, types[i]));
      }
      code.aastore();
    }
    code.areturn();
  }

  /** {@code return new Owner((First) values[0], …);}. */
  private void make(CodeBuilder code) {
    code.new_(owner).dup();
    for (int i = 0; i < types.length; i++) {
      code.aload(1).loadConstant(i).aaload();
      ClassDesc box = BOXES.get(types[i]);
      if (box == null) {
        code.checkcast(types[i]);
      } else {
        String unboxing = types[i].displayName() + "Value";
        code.checkcast(box).invokevirtual(box, unboxing, MethodTypeDesc.of(types[i]));
      }
    }
    code.invokespecial(owner, INIT_NAME, MethodTypeDesc.of(CD_void, types)).areturn();
  }

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }
}

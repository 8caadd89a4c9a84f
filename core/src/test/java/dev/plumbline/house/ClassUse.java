package dev.plumbline.house;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one compiled class uses, read from its constant pool.
///
/// Class entries alone miss a type that is only named: as a parameter, in a generic signature, in an annotation. So
/// every text of the pool that is not a string of the program is searched for descriptors as well. What cannot be seen
/// is a constant of another class that the compiler copied in.
///
/// @param name    the class, as `dev.plumbline.source.Node`
/// @param types   every class it names, in the same form
/// @param members every method and field it calls or reads, as `java.lang.System.nanoTime()`, with the types of the
///                parameters left out: `()` for none, `(…)` for some, nothing for a field
/// @param mutable its static fields that are not final
record ClassUse(String name, Set<String> types, Set<String> members, List<String> mutable) {
    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

    static ClassUse of(byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        Set<Integer> programStrings = new HashSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof StringEntry string) {
                programStrings.add(string.utf8().index());
            }
        }
        Set<String> types = new TreeSet<>();
        Set<String> members = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type
                when !type.asInternalName().startsWith("[") -> types.add(dotted(type.asInternalName()));
                case Utf8Entry text
                when !programStrings.contains(text.index()) -> addDescribed(text.stringValue(), types);
                case MemberRefEntry member -> members.add(described(member));
                default -> {} // numbers, strings and the like name no type
            }
        }
        String name = dotted(model.thisClass().asInternalName());
        types.remove(name);
        return new ClassUse(name, types, members, mutable(model));
    }

    private static void addDescribed(String text, Set<String> types) {
        Matcher found = DESCRIPTOR.matcher(text);
        while (found.find()) {
            types.add(dotted(found.group(1)));
        }
    }

    private static String described(MemberRefEntry member) {
        String type = member.type().stringValue();
        String shape = type.startsWith("()") ? "()" : type.startsWith("(") ? "(…)" : "";
        return dotted(member.owner().asInternalName()) + "." + member.name().stringValue() + shape;
    }

    private static List<String> mutable(ClassModel model) {
        return model.fields().stream()
                .filter(field ->
                        field.flags().has(AccessFlag.STATIC) && !field.flags().has(AccessFlag.FINAL))
                .map(field -> field.fieldName().stringValue())
                .toList();
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}

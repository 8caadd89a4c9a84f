package dev.plumbline.source;

import dev.plumbline.source.Node.Kind;
import java.util.regex.Pattern;

/// The core schema of YAML 1.2.2, section 10.3.2: what a plain scalar is taken for.
final class CoreSchema {
    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INT = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
            + "|[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

    private CoreSchema() {}

    static Kind kind(String plain) {
        if (NULL.matcher(plain).matches()) {
            return Kind.NULL;
        }
        if (BOOL.matcher(plain).matches()) {
            return Kind.BOOL;
        }
        if (INT.matcher(plain).matches()) {
            return Kind.INT;
        }
        return FLOAT.matcher(plain).matches() ? Kind.FLOAT : Kind.STRING;
    }
}

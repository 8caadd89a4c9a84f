/// The field's formulas as functions of the expression language: what a design and a calculator may call.
@NullMarked
package dev.plumbline.formula;

import org.jspecify.annotations.NullMarked;

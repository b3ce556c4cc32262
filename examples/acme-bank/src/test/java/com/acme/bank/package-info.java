/** Acme's side of the line, and the contract its adapter keeps. */
@NullMarked
package com.acme.bank;

import org.jspecify.annotations.NullMarked;

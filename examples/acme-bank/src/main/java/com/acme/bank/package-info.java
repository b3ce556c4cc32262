/** The adapter of Acme Bank. Start at {@link com.acme.bank.AcmeAdapter}. */
@NullMarked
package com.acme.bank;

import org.jspecify.annotations.NullMarked;

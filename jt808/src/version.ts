/**
 * The editions of JT/T 808 (标准版本), by the year of the standard. The header tells 2019 from the others by a bit; 2011 and 2013
 * look alike on the wire until a message that differs arrives, so whoever knows the terminal says which of the two it speaks.
 */
export type Version = 2011 | 2013 | 2019

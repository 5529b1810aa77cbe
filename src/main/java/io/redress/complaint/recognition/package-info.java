/**
 * The meaning of people's words, beyond what the complaint is about: danger to people, and whom or what they speak of.
 * It reads texts and knows no case; nothing that it finds ever changes what is owed.
 */
package io.redress.complaint.recognition;

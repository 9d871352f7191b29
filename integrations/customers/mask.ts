/** `taro@example.com` → `t•••@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${email.slice(0, 1)}•••${email.slice(at)}`;
}

/** `+81312345678` → `•••5678`. */
export function maskPhone(phone: string): string {
  return `•••${phone.slice(-4)}`;
}

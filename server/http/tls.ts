/** TLS 1.2 with forward secrecy only; the suites of 1.3 all have it. */
export const TLS = {
  minVersion: "TLSv1.2",
  ciphers: "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE+AESGCM:ECDHE+CHACHA20",
} as const;

export default globalThis.requireNatively('sanitize-html');

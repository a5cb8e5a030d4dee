// Checks, in the reader's own browser, what is published of one code: the signature in the scanned text, the
// batch manifest, and the path from the code to the manifest's root (docs/code-format.md, RFC 9162 2.1.3).
addEventListener("load", function () {
  var box = document.getElementById("checks"), button = document.getElementById("check"), data = box.dataset;
  if (!window.crypto || !crypto.subtle || !window.BigInt) return;
  document.getElementById("unable").hidden = true;
  button.hidden = false;
  button.addEventListener("click", function () {
    button.disabled = true;
    box.hidden = false;
    check().finally(function () { button.disabled = false; });
  });

  function say(name, state) {
    var item = box.querySelector("[data-check=" + name + "]");
    item.className = state;
    item.querySelectorAll("[data-say]").forEach(function (text) { text.hidden = text.dataset.say !== state; });
  }
  function ascii(text) { return new TextEncoder().encode(text); }
  function hex(bytes) { return Array.from(new Uint8Array(bytes), function (b) { return b.toString(16).padStart(2, "0"); }).join(""); }
  function unhex(text) { return Uint8Array.from(text.match(/../g), function (b) { return parseInt(b, 16); }); }
  function unbase64(text) {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), function (c) { return c.charCodeAt(0); });
  }
  function sha256(bytes) { return crypto.subtle.digest("SHA-256", bytes); }
  function joined(parts) {
    var whole = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0)), at = 0;
    parts.forEach(function (part) { whole.set(part, at); at += part.length; });
    return whole;
  }
  async function get(url) {
    var answer = await fetch(url, { headers: { Accept: "*/*" } });
    if (!answer.ok) throw new Error(url);
    return answer;
  }

  // ok, bad, lost (the key is compromised), sm2 (no browser knows it) or none (this browser cannot).
  async function verified(key, signature, message) {
    if (!key) return "bad";
    if (key.alg === "SM2") return "sm2";
    var how = key.alg === "Ed25519" ? { name: "Ed25519" } : { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }, own;
    var der = unbase64(key.pem.replace(/-----[^-]+-----|\s/g, ""));
    var kid = btoa(String.fromCharCode.apply(null, new Uint8Array(await sha256(der)))).replace(/[+]/g, "-").replace(/[/]/g, "_").replace(/=/g, "");
    // The keys of a demo say so in their names.
    if (kid !== key.kid.replace(/^demo-/, "")) return "bad";
    try {
      own = await crypto.subtle.importKey("spki", der, how, false, ["verify"]);
    } catch (e) {
      return "none";
    }
    if (!await crypto.subtle.verify(how, own, signature, message)) return "bad";
    return key.status === "compromised" ? "lost" : "ok";
  }

  async function signature(keys) {
    if (!data.token) return "absent";
    var token = /^([A-Z0-9-]{1,24})[.]([0-9]{156})$/.exec(data.token);
    if (!token) return "bad";
    var number = BigInt(token[2]), slot = Number(number >> 512n);
    var bytes = unhex((number & ((1n << 512n) - 1n)).toString(16).padStart(128, "0"));
    return verified(keys.find(function (key) { return key.slot === slot; }), bytes, ascii("ZR1" + data.path + "/" + token[1]));
  }

  // The main part as the label writes it: codes and percents, the largest first.
  function statement(manifest) {
    var fibres = manifest.parts[0].fibres.slice();
    fibres.sort(function (a, b) { return Number(b.percent) - Number(a.percent); });
    return fibres.map(function (fibre) { return fibre.code + fibre.percent.replace(".", "-"); }).join("");
  }

  async function path(proof, root) {
    if (proof.leaf !== "ZR1" + data.path || proof.batch !== data.batch || proof.codesRoot !== root) return "bad";
    var hash = await sha256(joined([[0], ascii(proof.leaf)])), index = proof.leafIndex, size = proof.treeSize;
    if (index >= size || Math.pow(2, proof.path.length) !== size) return "bad";
    for (var step of proof.path) {
      var here = new Uint8Array(hash), there = unhex(step);
      hash = await sha256(joined(index % 2 ? [[1], there, here] : [[1], here, there]));
      index = Math.floor(index / 2);
    }
    return hex(hash) === root ? "ok" : "bad";
  }

  async function check() {
    ["signature", "manifest", "statement", "proof"].forEach(function (name) { say(name, "wait"); });
    var keys, manifest;
    try {
      keys = (await (await get(data.keys)).json()).keys;
      say("signature", await signature(keys));
    } catch (e) {
      say("signature", "none");
    }
    try {
      var jws = (await (await get(data.manifest)).text()).split("."), header = JSON.parse(new TextDecoder().decode(unbase64(jws[0])));
      var state = await verified(keys.find(function (key) { return key.kid === header.kid; }), unbase64(jws[2]), ascii(jws[0] + "." + jws[1]));
      manifest = JSON.parse(new TextDecoder().decode(unbase64(jws[1])));
      say("manifest", manifest.batch === data.batch ? state : "bad");
    } catch (e) {
      say("manifest", "none");
    }
    if (!manifest) {
      say("statement", "none");
      say("proof", "none");
      return;
    }
    say("statement", !data.token ? "absent" : statement(manifest) === data.token.split(".")[0] ? "ok" : "bad");
    try {
      say("proof", await path(await (await get(data.proof)).json(), manifest.codesRoot));
    } catch (e) {
      say("proof", "none");
    }
  }
});

// A photo is made smaller before it is sent: a phone's own is several megabytes. Where that fails it goes as it is, if it is small enough.
addEventListener("load", function () {
  var input = document.getElementById("photo"), form = input.form, note = document.getElementById("shrunk");
  async function shrink(file) {
    var image = await createImageBitmap(file, { imageOrientation: "from-image" });
    var scale = Math.min(1, 1600 / Math.max(image.width, image.height));
    var canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    var drawing = canvas.getContext("2d");
    drawing.fillStyle = "#fff";
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(function (done) { canvas.toBlob(done, "image/jpeg", 0.85); });
  }
  function refused() {
    if (!input.files[0] || input.files[0].size <= note.dataset.most) return false;
    input.value = "";
    note.textContent = note.dataset.refused;
    return true;
  }
  var last = null;
  input.addEventListener("change", async function () {
    var file = input.files[0];
    note.textContent = "";
    if (!file || file === last) return;
    try {
      var small = await shrink(file);
      if (input.files[0] !== file || !small) return;
      var files = new DataTransfer();
      last = new File([small], "photo.jpg", { type: "image/jpeg" });
      files.items.add(last);
      input.files = files.files;
      note.textContent = note.dataset.words.replace("{0}", Math.ceil(small.size / 1024));
    } catch (e) {
      last = null;
      if (input.files[0] === file) refused();
    }
  });
  var sent = false;
  form.addEventListener("submit", function (event) {
    if (sent || refused()) event.preventDefault();
    else sent = true;
  });
  addEventListener("pageshow", function () { sent = false; });
});

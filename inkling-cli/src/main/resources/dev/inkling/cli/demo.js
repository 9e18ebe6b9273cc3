for (const picture of document.querySelectorAll(".reconstruction .picture")) {
  const uncover = event => {
    const box = picture.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    picture.style.setProperty("--cut", 100 * share + "%");
    picture.classList.add("comparing");
  };
  const cover = () => {
    picture.style.setProperty("--cut", "0%");
    picture.classList.remove("comparing");
  };
  picture.addEventListener("pointermove", uncover);
  picture.addEventListener("pointerdown", uncover);
  picture.addEventListener("pointerleave", cover);
}

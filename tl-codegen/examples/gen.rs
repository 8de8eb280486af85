fn main() -> Result<(), typelang_codegen::Error> {
    let args: Vec<String> = std::env::args().collect();
    let mut sources = typelang_codegen::Sources::new();
    sources.add(args[1].clone(), std::fs::read_to_string(&args[1]).unwrap());
    for format in
        if std::env::var_os("COMPACT").is_some() { vec![false] } else { vec![true, false, true] }
    {
        let t = std::time::Instant::now();
        let out = typelang_codegen::Config::new().format(format).generate(&sources)?;
        eprintln!(
            "{format} {:?} {}",
            t.elapsed(),
            out.files.values().map(String::len).sum::<usize>()
        );
        out.write(std::path::Path::new(&args[2])).unwrap();
    }
    Ok(())
}

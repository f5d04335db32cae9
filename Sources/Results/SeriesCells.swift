import Parameters

extension Series.Gathering: Cell {}
extension Series.Subject: Cell {}
extension Series.Better: Cell {}

// An assembler file lets debug.go declare a function that the runtime has.
